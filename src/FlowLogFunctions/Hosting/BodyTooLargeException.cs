namespace FlowLogFunctions.Hosting;

/// <summary>A body goes on beyond the bytes that it may have.</summary>
internal sealed class BodyTooLargeException(long most) : Exception($"The body has more than {most} bytes.");
