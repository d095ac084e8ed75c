using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values for weights, in place.</summary>
        public static partial class init
        {
            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor constant_(Tensor tensor, Scalar val) => InPlace(tensor, Native.THSTensor_fill_, val.Value);

            public static Tensor normal_(Tensor tensor, double mean = 0.0, double std = 1.0) =>
                InPlace(tensor, Native.THSTensor_normal_, mean, std);

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1) =>
                InPlace(tensor, Native.THSTensor_uniform_, low, high);

            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                (double fanIn, double fanOut) = Fans(tensor);
                double bound = gain * Math.Sqrt(6 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor kaiming_normal_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingStd(tensor, a, mode, nonlinearity));

            public static Tensor kaiming_uniform_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                double bound = Math.Sqrt(3) * KaimingStd(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            private static double KaimingStd(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                (double fanIn, double fanOut) = Fans(tensor);
                return Gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double Gain(NonlinearityType nonlinearity, double a) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (a * a))),
                _ => 1,
            };

            private static (double FanIn, double FanOut) Fans(Tensor tensor)
            {
                long[] shape = tensor.shape;
                if (shape.Length < 2)
                {
                    throw new ArgumentException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                }

                double window = shape.Skip(2).Aggregate(1.0, (product, size) => product * size);
                return (shape[1] * window, shape[0] * window);
            }

            private static Tensor InPlace<T>(Tensor tensor, Func<TensorHandle, T, int> fill, T value)
            {
                using IDisposable untracked = no_grad();
                Native.Check(fill(tensor.SafeHandle, value));
                return tensor;
            }

            private static Tensor InPlace(Tensor tensor, Func<TensorHandle, double, double, int> fill, double first, double second)
            {
                using IDisposable untracked = no_grad();
                Native.Check(fill(tensor.SafeHandle, first, second));
                return tensor;
            }
        }
    }
}
