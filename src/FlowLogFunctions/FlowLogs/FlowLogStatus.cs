namespace FlowLogFunctions.FlowLogs;

/// <summary>The state of a flow log. Active and Inactive last; the others pass, and no call may change the flow log meanwhile.</summary>
internal enum FlowLogStatus
{
    /// <summary>On the way to Active, after creation or activation.</summary>
    Activating,
    Active,

    /// <summary>On the way to Inactive.</summary>
    Deactivating,
    Inactive,

    /// <summary>On the way back to the state before the modification.</summary>
    Modifying,

    /// <summary>On the way out.</summary>
    Deleting,
}
