using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam (Kingma and Ba 2014, arXiv:1412.6980), one native call a step for all parameters.</summary>
public class Adam : OptimizerHelper
{
    private readonly Parameter[] _parameters;
    private readonly Tensor[] _averages;
    private readonly Tensor[] _squares;
    private readonly Tensor[] _maxima;
    private readonly long[] _steps;
    private readonly Options _options;
    private readonly ParamGroup[] _groups;

    internal Adam(IEnumerable<Parameter> parameters, Options options)
    {
        _parameters = [.. parameters];
        _options = options;
        _groups = [new ParamGroup { Parameters = _parameters, Options = options }];
        _steps = new long[_parameters.Length];
        _averages = Array.ConvertAll(_parameters, Zeros);
        _squares = Array.ConvertAll(_parameters, Zeros);
        _maxima = options.amsgrad!.Value ? Array.ConvertAll(_parameters, Zeros) : [];
    }

    public override IEnumerable<optim.ILearningRateController> ParamGroups => _groups;

    private protected override int StateCount => _parameters.Length;

    public override IEnumerable<Parameter> parameters() => _parameters;

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using IDisposable tracked = enable_grad();
            loss = closure();
        }

        using var parameters = new HandleList(_parameters);
        using var averages = new HandleList(_averages);
        using var squares = new HandleList(_squares);
        using var maxima = new HandleList(_maxima);
        AdamStep options = _options.ToNative();
        Native.Check(Native.THSNN_adam_step(
            parameters.Pointers, averages.Pointers, squares.Pointers, maxima.Pointers, _steps, _parameters.Length, in options));
        return loss;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (Tensor state in _averages.Concat(_squares).Concat(_maxima))
            {
                state.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private protected override void SaveState(BinaryWriter writer)
    {
        _options.SaveStateDict(writer);
        for (int i = 0; i < _parameters.Length; i++)
        {
            writer.Write(_steps[i]);
            _averages[i].Save(writer);
            _squares[i].Save(writer);
            writer.Write(_maxima.Length > 0);
            if (_maxima.Length > 0)
            {
                _maxima[i].Save(writer);
            }
        }
    }

    private protected override void LoadState(BinaryReader reader)
    {
        _options.LoadStateDict(reader);
        for (int i = 0; i < _parameters.Length; i++)
        {
            _steps[i] = reader.ReadInt64();
            _averages[i].Load(reader);
            _squares[i].Load(reader);
            if (reader.ReadBoolean() != (_maxima.Length > 0))
            {
                throw new ArgumentException("Invalid optimizer state -- saved with another value of amsgrad.");
            }

            if (_maxima.Length > 0)
            {
                _maxima[i].Load(reader);
            }
        }
    }

    private static Tensor Zeros(Parameter parameter) => zeros_like(parameter).DetachFromDisposeScope();

    public class Options : OptimizerOptions
    {
        public double? beta1 { get; set; }

        public double? beta2 { get; set; }

        public double? weight_decay { get; set; }

        public double? eps { get; set; }

        public bool? amsgrad { get; set; }

        public bool? maximize { get; set; }

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1!.Value);
            writer.Write(beta2!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(amsgrad!.Value);
            writer.Write(maximize!.Value);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            amsgrad = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }

        internal AdamStep ToNative() => new()
        {
            LearningRate = LearningRate!.Value,
            Beta1 = beta1!.Value,
            Beta2 = beta2!.Value,
            Eps = eps!.Value,
            WeightDecay = weight_decay!.Value,
            AmsGrad = amsgrad!.Value ? 1 : 0,
            Maximize = maximize!.Value ? 1 : 0,
        };
    }
}
