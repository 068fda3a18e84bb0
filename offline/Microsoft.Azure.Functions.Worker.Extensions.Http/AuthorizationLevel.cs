namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which function key a request needs before it reaches the function.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
