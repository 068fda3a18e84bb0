namespace FlowLog.Benchmarks.Meters;

/// <summary>One run of a program.</summary>
/// <param name="Wall">Seconds from its start to its end.</param>
/// <param name="Processor">Seconds of processor time, user and system.</param>
/// <param name="Memory">Bytes resident at most, as far as a look each few milliseconds saw it.</param>
internal readonly record struct MeterRun(double Wall, double Processor, double Memory);
