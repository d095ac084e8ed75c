// One OBS, whose latency is measured.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
