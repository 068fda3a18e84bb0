namespace FlowLogFunctions.Console;

/// <summary>A file of the console.</summary>
/// <param name="Contents">The same content as it is and, where compressing makes it smaller, in other codings.</param>
internal sealed record ConsoleFile(string ContentType, IReadOnlyList<CodedContent> Contents);
