namespace FlowLogFunctions.Permissions;

/// <summary>Who may use a function.</summary>
internal enum Access
{
    /// <summary>Whoever has signed in.</summary>
    Anyone,

    /// <summary>Whoever has signed in, for what is its own; but for a sub-user whose policies deny it.</summary>
    Own,

    /// <summary>The primary account, and sub-users whose policies allow it.</summary>
    Policy,

    /// <summary>The primary account only, whatever policies say.</summary>
    Primary,
}
