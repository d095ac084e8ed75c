// They measure times, and each runs encoders.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
