namespace FlowLog.Network;

/// <summary>The names that records give to decisions which no rule of the user made.</summary>
public static class DefaultRules
{
    /// <summary>Nothing lets an incoming flow pass.</summary>
    public const string IngressDrop = "default-ingress-drop";

    /// <summary>Basic groups let flows out.</summary>
    public const string EgressAccept = "default-egress-accept";

    /// <summary>Advanced groups do not.</summary>
    public const string EgressDrop = "default-egress-drop";

    /// <summary>Both sides are members of one basic group whose members reach each other; comes before all rules.</summary>
    public const string InnerAccept = "inner-access-accept";

    /// <summary>The peer is a member of one basic group whose members are isolated, and no rule let it in.</summary>
    public const string InnerDrop = "inner-access-drop";

    /// <summary>The platform's block of outgoing mail, TCP port 25, where it is switched on; comes before everything.</summary>
    public const string SmtpDrop = "platform-smtp-drop";
}
