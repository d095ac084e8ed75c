namespace LiveStyle.Bindings.Tests.Torch;

/// <summary>Tests that measure or change what the whole process shares: they run after the others, one at a time.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
