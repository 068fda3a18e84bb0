namespace FlowLogFunctions.LocalHost;

/// <summary>What a user needs to know once the host serves.</summary>
internal static class Announcement
{
    public static void Write(TextWriter output, Uri address, FirstAccount account, string data)
    {
        output.WriteLine($"API   {address}api");
        output.WriteLine($"Key   {account.Key}  (Authorization: Bearer <key>)");
        output.WriteLine($"Data  {data}");
        output.WriteLine("Stop  Ctrl-C");
        output.Flush();
    }
}
