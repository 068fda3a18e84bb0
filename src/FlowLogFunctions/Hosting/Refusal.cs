using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Hosting;

/// <summary>Why a request was not carried out; nothing has changed. Becomes problem+json.</summary>
/// <param name="Status">The HTTP status, 4xx or 503.</param>
/// <param name="Code">A stable code that programs may rely on, Alibaba Cloud's where it has one.</param>
/// <param name="Detail">What the caller can do about it.</param>
internal sealed record Refusal(int Status, string Code, string Detail, IReadOnlyList<FieldProblem>? Errors = null)
{
    /// <summary>After how many seconds the same request may be carried out; null if nobody knows.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>All that is wrong with the input, at once; where it is the text of a query, with Log Service's code for that.</summary>
    public static Refusal Invalid(IReadOnlyList<FieldProblem> problems) => new(
        StatusCodes.Status400BadRequest, problems.Any(problem => problem.Line is not null) ? "InvalidQueryString" : "InvalidParameter",
        $"{problems.Count} {(problems.Count == 1 ? "problem" : "problems")} in the request; see errors.", problems);

    public static Refusal Invalid(string field, string code, string message) => Invalid([new(field, code, message)]);

    /// <summary>It does not exist, or belongs to somebody else: the caller cannot tell which.</summary>
    public static Refusal NotFound(string what, string id, string code) =>
        new(StatusCodes.Status404NotFound, code, $"There is no {what} '{id}' in this account and region.");

    /// <summary>The state of things does not allow it.</summary>
    public static Refusal Conflict(string code, string detail, IReadOnlyList<FieldProblem>? errors = null) =>
        new(StatusCodes.Status409Conflict, code, detail, errors);

    /// <summary>Somebody else changed the resource between reading and writing it.</summary>
    public static Refusal ChangedMeanwhile(string what) =>
        Conflict("OperationConflict", $"The {what} was changed by another request at the same time; read it again and repeat.");

    /// <summary>The If-Match header names a version that is no longer the current one.</summary>
    public static Refusal PreconditionFailed(string what) =>
        new(StatusCodes.Status412PreconditionFailed, "PreconditionFailed", $"The {what} has another ETag now; read it again.");

    /// <summary>The If-None-Match header allows to make it only, and it is there.</summary>
    public static Refusal AlreadyThere(string what) =>
        new(StatusCodes.Status412PreconditionFailed, "PreconditionFailed", $"The {what} is there already; If-None-Match asks to leave it as it is.");

    public static Refusal Forbidden(string code, string detail) => new(StatusCodes.Status403Forbidden, code, detail);
}
