[assembly: CollectionBehavior(DisableTestParallelization = true)] // each test runs several threads, and one counts what they allocate
