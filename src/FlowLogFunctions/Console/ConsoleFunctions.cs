using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Console;

/// <summary>The web console; it needs no access key, its calls of the API do. Its own routes lie in the fragment, so these are all.</summary>
internal sealed class ConsoleFunctions
{
    /// <summary>
    /// The empty path, and nothing else. The Functions host takes an empty route for none and puts the function's name there
    /// (WebScriptHostHttpRoutesManager), and with "/" the worker's own router has two slashes, which it refuses (FunctionsEndpointDataSource).
    /// A parameter that may be left out and holds no letter is the empty path to both. The setting AzureWebJobsDisableHomepage turns the
    /// host's own page off.
    /// </summary>
    private const string Root = "{root:maxlength(0)?}";

    /// <summary>The names of assets change with their content.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    private const string AskFirst = "no-cache";

    [Function("GetConsole")]
    public Task<IResult> IndexAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request) =>
        Serve(ConsoleFiles.Index, AskFirst);

    [Function("GetConsoleAsset")]
    public Task<IResult> AssetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{file}")] HttpRequest request, string file) =>
        Serve("assets/" + file, ForEver);

    [Function("GetConsoleIcon")]
    public Task<IResult> IconAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "favicon.svg")] HttpRequest request) =>
        Serve("favicon.svg", AskFirst);

    private static Task<IResult> Serve(string name, string cacheControl) => Task.FromResult<IResult>(new ConsoleResult(ConsoleFiles.Find(name), cacheControl));
}
