using BenchmarkDotNet.Running;
using LiveStyle.Bench.Kernels;

BenchmarkSwitcher.FromAssembly(typeof(ConversionBenchmarks).Assembly).Run(args);
