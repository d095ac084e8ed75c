using LiveStyle.Cli.Terminal;
using LiveStyle.Train.Evaluation;

namespace LiveStyle.Cli.Evaluation;

/// <summary>Cards as a table, a network a row.</summary>
internal static class EvaluationTable
{
    public static void Print(TextWriter output, IReadOnlyList<QualityCard> cards)
    {
        (string Style, NetworkMeasures Network)[] all = [.. cards.SelectMany(card => card.Networks.Select(network => (card.Style, network)))];
        CardRow[] columns = [.. CardRow.All.Where(column => Array.Exists(all, row => column.Show(row.Network) != "-"))];
        TextTable.Print(output, ["STYLE", "NETWORK", .. columns.Select(column => column.Name)],
            all.Select(row => (string[])[row.Style, row.Network.Network, .. columns.Select(column => column.Show(row.Network))]));
    }
}
