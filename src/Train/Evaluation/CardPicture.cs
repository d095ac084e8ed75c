namespace LiveStyle.Train.Evaluation;

/// <summary>A picture of a card's page.</summary>
/// <param name="Caption">What is to be seen.</param>
/// <param name="Uri">The picture itself, as a data URI.</param>
public sealed record CardPicture(string Caption, string Uri);
