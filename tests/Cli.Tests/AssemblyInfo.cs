[assembly: CollectionBehavior(DisableTestParallelization = true)] // the tests start programs that use every core
