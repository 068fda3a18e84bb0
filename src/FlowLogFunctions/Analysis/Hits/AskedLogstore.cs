namespace FlowLogFunctions.Analysis.Hits;

internal sealed record AskedLogstore(string Project, string Logstore);
