namespace LiveStyle.Stylize;

/// <summary>A style in a catalogue: good by the look of its <c>style.json</c>, or with a problem.</summary>
/// <param name="Name">What the user types: the manifest's name, or the folder's if the manifest is unreadable.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Manifest">What <c>style.json</c> says, or <see langword="null"/> if it can't be used.</param>
/// <param name="Problem">What is wrong, in one sentence, or <see langword="null"/>.</param>
public sealed record StyleListing(string Name, string Folder, StyleManifest? Manifest, string? Problem);
