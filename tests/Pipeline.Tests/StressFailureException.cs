namespace LiveStyle.Pipeline.Tests;

/// <summary>The failure that a stress run is made to have.</summary>
public sealed class StressFailureException : Exception;
