namespace FlowLogFunctions.Permissions;

/// <summary>
/// The one table of what every function that needs a caller does, and to which resource. A function that does not stand here is open to the
/// primary account only.
/// </summary>
internal static class ApiActions
{
    private const int QueryCost = 5;
    private const int LongCost = 20;

    private const string Logstore = "project/{project}/logstore/{logstore}";
    private const string AnyLogstore = "project/{project}/logstore/*";

    /// <summary>Having records written into a Logstore: no function of its own, but what making a flow log comes to.</summary>
    public static ApiAction WriteRecords { get; } = Change("log:PostLogStoreLogs", Logstore);

    public static ApiAction TurnReportOn { get; } = Change("log:CreateDashboard", Logstore);

    public static ApiAction SeeLogstore { get; } = Read("log:GetLogStore", Logstore);

    public static IReadOnlyDictionary<string, ApiAction> ByFunction { get; } = new Dictionary<string, ApiAction>(
    [
        For("DescribeAccount", Read("sts:GetCallerIdentity", "*", Access.Anyone)),
        For("ListRegions", Read("vpc:DescribeRegions", "*", Access.Anyone)),
        For("DescribeLanguage", Read("log:DescribeLanguage", "*", Access.Anyone)),
        For("CheckQuery", Read("log:CheckQuery", "*", Access.Anyone)),

        For("ListOwnAccessKeys", Read("ram:ListAccessKeys", "user/{self}", Access.Own)),
        For("CreateOwnAccessKey", Change("ram:CreateAccessKey", "user/{self}", Access.Own)),
        For("ChangeOwnAccessKey", Change("ram:UpdateAccessKey", "user/{self}", Access.Own)),
        For("DeleteOwnAccessKey", Change("ram:DeleteAccessKey", "user/{self}", Access.Own)),
        For("ListUsers", Read("ram:ListUsers", "user/*", Access.Primary)),
        For("CreateUser", Change("ram:CreateUser", "user/*", Access.Primary)),
        For("GetUser", Read("ram:GetUser", "user/{name}", Access.Primary)),
        For("ChangeUser", Change("ram:UpdateUser", "user/{name}", Access.Primary)),
        For("DeleteUser", Change("ram:DeleteUser", "user/{name}", Access.Primary)),
        For("ListAccessKeys", Read("ram:ListAccessKeys", "user/{name}", Access.Primary)),
        For("CreateAccessKey", Change("ram:CreateAccessKey", "user/{name}", Access.Primary)),
        For("ChangeAccessKey", Change("ram:UpdateAccessKey", "user/{name}", Access.Primary)),
        For("DeleteAccessKey", Change("ram:DeleteAccessKey", "user/{name}", Access.Primary)),
        For("GetUserPolicy", Read("ram:GetPolicy", "user/{name}", Access.Primary)),
        For("PutUserPolicy", Change("ram:CreatePolicy", "user/{name}", Access.Primary)),
        For("DeleteUserPolicy", Change("ram:DeletePolicy", "user/{name}", Access.Primary)),

        For("DescribeAuthorization", Read("ram:GetRole", "role/aliyunvpclogarchiverole")),
        For("ConfirmAuthorization", Change("ram:CreateRole", "role/aliyunvpclogarchiverole", Access.Primary)),
        For("RevokeAuthorization", Change("ram:DeleteRole", "role/aliyunvpclogarchiverole", Access.Primary)),
        For("ListPoison", Read("log:ListPoison", "*", Access.Primary, LongCost)),
        For("RedrivePoison", Change("log:RedrivePoison", "*", Access.Primary, LongCost)),
        For("ReadAudit", Read("actiontrail:LookupEvents", "*", Access.Primary)),

        For("ListVpcs", Read("vpc:DescribeVpcs", "vpc/*")),
        For("CreateVpc", Change("vpc:CreateVpc", "vpc/*")),
        For("GetVpc", Read("vpc:DescribeVpcAttribute", "vpc/{id}")),
        For("ChangeVpc", Change("vpc:ModifyVpcAttribute", "vpc/{id}")),
        For("DeleteVpc", Change("vpc:DeleteVpc", "vpc/{id}")),
        For("ListVSwitches", Read("vpc:DescribeVSwitches", "vswitch/*")),
        For("CreateVSwitch", Change("vpc:CreateVSwitch", "vswitch/*")),
        For("GetVSwitch", Read("vpc:DescribeVSwitchAttributes", "vswitch/{id}")),
        For("ChangeVSwitch", Change("vpc:ModifyVSwitchAttribute", "vswitch/{id}")),
        For("DeleteVSwitch", Change("vpc:DeleteVSwitch", "vswitch/{id}")),

        For("ListEnis", Read("ecs:DescribeNetworkInterfaces", "eni/*")),
        For("CreateEni", Change("ecs:CreateNetworkInterface", "eni/*")),
        For("GetEni", Read("ecs:DescribeNetworkInterfaceAttribute", "eni/{id}")),
        For("ChangeEni", Change("ecs:ModifyNetworkInterfaceAttribute", "eni/{id}")),
        For("DeleteEni", Change("ecs:DeleteNetworkInterface", "eni/{id}")),
        For("ListCaptureFiles", Read("ecs:DescribeCaptureFiles", "eni/{id}/capture/*")),
        For("PutCaptureFile", Change("ecs:PutCaptureFile", "eni/{id}/capture/{name}", cost: QueryCost)),
        For("RemoveCaptureFile", Change("ecs:DeleteCaptureFile", "eni/{id}/capture/{name}")),
        For("ListSecurityGroups", Read("ecs:DescribeSecurityGroups", "securitygroup/*")),
        For("CreateSecurityGroup", Change("ecs:CreateSecurityGroup", "securitygroup/*")),
        For("GetSecurityGroup", Read("ecs:DescribeSecurityGroupAttribute", "securitygroup/{id}")),
        For("ChangeSecurityGroup", Change("ecs:ModifySecurityGroupAttribute", "securitygroup/{id}")),
        For("ReplaceSecurityGroupRules", Change("ecs:AuthorizeSecurityGroup", "securitygroup/{id}")),
        For("DeleteSecurityGroup", Change("ecs:DeleteSecurityGroup", "securitygroup/{id}")),
        For("ListSecurityGroupVersions", Read("ecs:DescribeSecurityGroupAttribute", "securitygroup/{id}")),
        For("GetSecurityGroupVersion", Read("ecs:DescribeSecurityGroupAttribute", "securitygroup/{id}")),
        For("ReadRuleHits", Read("ecs:DescribeSecurityGroupHits", "securitygroup/{id}", cost: QueryCost)),
        For("ListPrefixLists", Read("ecs:DescribePrefixLists", "prefixlist/*")),
        For("CreatePrefixList", Change("ecs:CreatePrefixList", "prefixlist/*")),
        For("GetPrefixList", Read("ecs:DescribePrefixListAttributes", "prefixlist/{id}")),
        For("ChangePrefixList", Change("ecs:ModifyPrefixList", "prefixlist/{id}")),
        For("DeletePrefixList", Change("ecs:DeletePrefixList", "prefixlist/{id}")),

        For("DescribeFlowLogs", Read("vpc:DescribeFlowLogs", "flowlog/*")),
        For("CreateFlowLog", Change("vpc:CreateFlowLog", "flowlog/*")),
        For("GetFlowLog", Read("vpc:DescribeFlowLogs", "flowlog/{id}")),
        For("ModifyFlowLog", Change("vpc:ModifyFlowLogAttribute", "flowlog/{id}")),
        For("ActivateFlowLog", Change("vpc:ActiveFlowLog", "flowlog/{id}")),
        For("DeactivateFlowLog", Change("vpc:DeactiveFlowLog", "flowlog/{id}")),
        For("DeleteFlowLog", Change("vpc:DeleteFlowLog", "flowlog/{id}")),
        For("EstimateFlowLog", Read("vpc:DescribeFlowLogEstimate", "flowlog/*", cost: LongCost)),
        For("ReadUsage", Read("vpc:DescribeFlowLogUsage", "flowlog/*")),

        For("ListProjects", Read("log:ListProject", "project/*")),
        For("CreateProject", Change("log:CreateProject", "project/*")),
        For("GetProject", Read("log:GetProject", "project/{project}")),
        For("ModifyProject", Change("log:UpdateProject", "project/{project}")),
        For("DeleteProject", Change("log:DeleteProject", "project/{project}")),
        For("ListLogstores", Read("log:ListLogStores", AnyLogstore)),
        For("CreateLogstore", Change("log:CreateLogStore", AnyLogstore)),
        For("GetLogstore", SeeLogstore),
        For("ModifyLogstore", Change("log:UpdateLogStore", Logstore)),
        For("DeleteLogstore", Change("log:DeleteLogStore", Logstore)),
        For("TurnReportOn", TurnReportOn),
        For("TurnReportOff", Change("log:DeleteDashboard", Logstore)),
        For("ReadDashboard", Read("log:GetDashboard", Logstore)),
        For("ListReports", Read("log:ListDashboard", Logstore)),
        For("ReadReport", Read("log:GetDashboard", Logstore, cost: QueryCost)),
        For("ReadRecords", Read("log:GetLogStoreLogs", Logstore, cost: QueryCost)),
        For("ExportRecords", Read("log:GetLogStoreLogs", Logstore, cost: LongCost)),
        For("TailRecords", Read("log:GetLogStoreLogs", Logstore, cost: LongCost)),
        For("RunQuery", Read("log:GetLogStoreLogs", Logstore, cost: QueryCost)),
        For("PostQuery", Read("log:GetLogStoreLogs", Logstore, cost: QueryCost)),
        For("ReadTop", Read("log:GetLogStoreLogs", Logstore, cost: QueryCost)),
        For("ReadGroups", Read("log:GetLogStoreLogs", Logstore, cost: QueryCost)),
        For("ReadHistogram", Read("log:GetLogStoreHistogram", Logstore, cost: QueryCost)),
        For("ReadCompleteness", Read("log:GetLogStoreCompleteness", Logstore, cost: QueryCost)),
    ]);

    /// <summary>What functions do besides to the Logstore that their body names; their use cases ask, as only they know the body.</summary>
    public static IReadOnlyList<KeyValuePair<string, ApiAction>> OfBodies { get; } =
    [
        For("CreateFlowLog", WriteRecords),
        For("CreateFlowLog", TurnReportOn),
        For("EstimateFlowLog", SeeLogstore),
        For("CreateLogstore", TurnReportOn),
    ];

    /// <summary>What a function does that the table does not know.</summary>
    public static ApiAction Unknown { get; } = Change("flowlog:Unknown", "*", Access.Primary);

    /// <summary>The actions that policies are about, in the order of their names.</summary>
    public static IReadOnlyList<string> OfPolicies(bool readOnly = false) =>
    [
        .. ByFunction.Values.Append(WriteRecords).Where(action => action.Access is Access.Policy or Access.Own && !(readOnly && (action.Changes || action.Access == Access.Own)))
            .Select(action => action.Name).Distinct().Order(StringComparer.Ordinal),
    ];

    private static KeyValuePair<string, ApiAction> For(string function, ApiAction action) => new(function, action);

    private static ApiAction Read(string name, string resource, Access access = Access.Policy, int cost = 1) => new(name, resource, access, false, cost);

    private static ApiAction Change(string name, string resource, Access access = Access.Policy, int cost = 1) => new(name, resource, access, true, cost);
}
