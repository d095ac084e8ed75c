// torch has one random generator for the process: tests that seed it must not run beside each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
