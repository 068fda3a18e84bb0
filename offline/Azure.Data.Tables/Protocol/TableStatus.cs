using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>Which statuses are no error; every other is, and 408, 429, 500, 502, 503 and 504 are tried again.</summary>
internal static class TableStatus
{
    public static ResponseClassifier Read { get; } = new StatusCodeClassifier([200]);
    public static ResponseClassifier ReadOrNotFound { get; } = new StatusCodeClassifier([200, 404]);
    public static ResponseClassifier Created { get; } = new StatusCodeClassifier([201, 204]);
    public static ResponseClassifier CreatedOrConflict { get; } = new StatusCodeClassifier([201, 204, 409]);
    public static ResponseClassifier Changed { get; } = new StatusCodeClassifier([204]);
    public static ResponseClassifier DeletedOrNotFound { get; } = new StatusCodeClassifier([204, 404]);
    public static ResponseClassifier Accepted { get; } = new StatusCodeClassifier([202]);
}
