using System.Globalization;

namespace LiveStyle.Train.Reports;

/// <summary>Turns values into places along an axis of length 1. Logarithmic where the values span more than a decade and are above 0.</summary>
internal sealed class ChartAxis
{
    private const double Decade = 10;

    private readonly double _low;
    private readonly double _high;

    private ChartAxis(double low, double high, bool logarithmic) => (_low, _high, Logarithmic) = (low, high, logarithmic);

    public bool Logarithmic { get; }

    /// <summary>An axis that holds all of <paramref name="values"/>, which may be none; what is not a number is left out.</summary>
    public static ChartAxis Of(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        double[] positive = [.. finite.Where(value => value > 0)];
        if (positive.Length > 0 && finite.Min() >= 0 && positive.Max() > Decade * positive.Min())
            return new ChartAxis(Math.Log10(positive.Min()) - 0.1, Math.Log10(positive.Max()) + 0.1, logarithmic: true);
        double high = finite.DefaultIfEmpty(1).Max(), low = Math.Min(0, finite.DefaultIfEmpty(0).Min());
        return new ChartAxis(low, high > low ? high + 0.05 * (high - low) : low + 1, logarithmic: false);
    }

    /// <summary>0 at the low end, 1 at the high end.</summary>
    public double Place(double value) => Math.Clamp(((Logarithmic ? Math.Log10(Math.Max(value, 1e-300)) : value) - _low) / (_high - _low), 0, 1);

    /// <summary>Round values to draw lines at.</summary>
    public IEnumerable<(double Value, string Label)> Ticks() => (Logarithmic ? LogarithmicTicks() : LinearTicks()).Select(value => (value, Label(value)));

    /// <summary>"0.003", "20", "1,500".</summary>
    public static string Label(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
        < 0.001 => value.ToString("0.##e-0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    private IEnumerable<double> LogarithmicTicks()
    {
        double[] steps = _high - _low < 2 ? [1, 2, 5] : [1];
        for (int power = (int)Math.Floor(_low); power <= _high; power++)
            foreach (double tick in steps.Select(step => step * Math.Pow(Decade, power)))
                if (Math.Log10(tick) >= _low && Math.Log10(tick) <= _high) yield return tick;
    }

    private IEnumerable<double> LinearTicks()
    {
        double rough = (_high - _low) / 5;
        double power = Math.Pow(Decade, Math.Floor(Math.Log10(rough)));
        double step = power * new[] { 1.0, 2, 5, 10 }.First(factor => factor * power >= rough * 0.999);
        for (long tick = (long)Math.Ceiling(_low / step); tick * step <= _high; tick++) yield return tick * step;
    }
}
