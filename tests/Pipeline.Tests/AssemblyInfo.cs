[assembly: CollectionBehavior(DisableTestParallelization = true)] // one test measures what the whole process allocates
