[assembly: CollectionBehavior(DisableTestParallelization = true)] // one test measures memory, others a browser's wait on two cores
