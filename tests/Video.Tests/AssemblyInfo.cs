// These tests start encoders and kill processes at random moments: side by side they would only measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
