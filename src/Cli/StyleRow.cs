namespace LiveStyle.Cli;

/// <summary>One style in the list of <c>livestyle styles</c>.</summary>
/// <param name="Name">What to type.</param>
/// <param name="Title">Title of the picture that it was learnt from.</param>
/// <param name="Painter">Who painted it.</param>
/// <param name="Year">When.</param>
/// <param name="License">Terms.</param>
/// <param name="Networks">Its networks.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Problem">Why it can't be used; absent if it can.</param>
internal sealed record StyleRow(
    string Name, string? Title, string? Painter, string? Year, string? License, IReadOnlyList<NetworkRow> Networks, string Folder, string? Problem);
