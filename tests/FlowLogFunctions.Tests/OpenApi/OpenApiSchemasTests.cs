using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Query;
using FlowLog.Reports.Charts;
using FlowLogFunctions.Accounts;
using FlowLogFunctions.Analysis.Hits;
using FlowLogFunctions.Analysis.Language;
using FlowLogFunctions.Analysis.Queries;
using FlowLogFunctions.Audit;
using FlowLogFunctions.Authorization;
using FlowLogFunctions.Capture;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Network;
using FlowLogFunctions.Permissions;
using FlowLogFunctions.Poison;
using FlowLogFunctions.Reports;
using FlowLogRow = FlowLogFunctions.FlowLogs.FlowLog;

namespace FlowLogFunctions.Tests.OpenApi;

/// <summary>The document's schemas have the properties that the app writes and the limits that it checks.</summary>
public sealed class OpenApiSchemasTests
{
    private static readonly DefaultJsonTypeInfoResolver Resolver = new();

    public static TheoryData<Type, string> Answers => new()
    {
        { typeof(FieldProblem), "FieldProblem" },
        { typeof(AccountAnswer), "Account" },
        { typeof(UserAnswer), "User" },
        { typeof(AccessKeyView), "UserAccessKey" },
        { typeof(AccessKeyList), "AccessKeyList" },
        { typeof(PolicyDocument), "PolicyDocument" },
        { typeof(PolicyStatement), "PolicyStatement" },
        { typeof(AuditRecord), "AuditRecord" },
        { typeof(Page<AuditRecord>), "AuditPage" },
        { typeof(AccessKeyAnswer), "AccessKey" },
        { typeof(AuthorizationAnswer), "Authorization" },
        { typeof(Grant), "Grant" },
        { typeof(Region), "Region" },
        { typeof(Vpc), "Vpc" },
        { typeof(VSwitch), "VSwitch" },
        { typeof(Eni), "Eni" },
        { typeof(TrafficSource), "TrafficSource" },
        { typeof(PrefixListItem), "PrefixList" },
        { typeof(SecurityGroupItem), "SecurityGroup" },
        { typeof(SecurityGroupVersion), "SecurityGroupVersion" },
        { typeof(RuleItem), "Rule" },
        { typeof(CaptureFileView), "CaptureFile" },
        { typeof(ProjectAnswer), "Project" },
        { typeof(LogstoreAnswer), "Logstore" },
        { typeof(FlowLogAnswer), "FlowLog" },
        { typeof(DeliveryAnswer), "FlowLogDelivery" },
        { typeof(Tag), "Tag" },
        { typeof(CompletenessTotals), "Completeness" },
        { typeof(QueryStatistics), "QueryStatistics" },
        { typeof(HistogramAnswer), "Histogram" },
        { typeof(HistogramBucket), "HistogramBucket" },
        { typeof(RuleHits), "RuleHits" },
        { typeof(RuleHit), "RuleHit" },
        { typeof(AskedLogstore), "AskedLogstore" },
        { typeof(LanguageAnswer), "QueryLanguage" },
        { typeof(LanguageField), "LanguageField" },
        { typeof(LanguageFunction), "LanguageFunction" },
        { typeof(CheckAnswer), "QueryCheck" },
        { typeof(QueryProblem), "QueryProblem" },
        { typeof(TopAnswer), "Top" },
        { typeof(TopItem), "TopItem" },
        { typeof(TrafficSum), "TrafficSum" },
        { typeof(CompletenessRun), "CompletenessRun" },
        { typeof(EniCompleteness), "EniCompleteness" },
        { typeof(CompletenessAnswer), "CompletenessPage" },
        { typeof(PoisonItem), "PoisonItem" },
        { typeof(UnreadableCount), "UnreadableCount" },
        { typeof(PoisonList), "PoisonList" },
        { typeof(PoisonRedriven), "PoisonRedriven" },
        { typeof(Dashboard), "Dashboard" },
        { typeof(TrafficTotal), "TrafficTotal" },
        { typeof(Interval), "Interval" },
        { typeof(TrafficPoint), "TrafficPoint" },
        { typeof(ProtocolShare), "ProtocolShare" },
        { typeof(TopChart), "TopChart" },
        { typeof(TopEntry), "TopEntry" },
        { typeof(ReportStatistics), "ReportStatistics" },
        { typeof(ReportList), "ReportList" },
        { typeof(ReportEntry), "ReportEntry" },
        { typeof(ChartEntry), "ChartEntry" },
        { typeof(ReportAnswer), "Report" },
        { typeof(ChartAnswer), "Chart" },
        { typeof(ChartColumn), "ChartColumn" },
        { typeof(ChartError), "ChartError" },
        { typeof(Page<Vpc>), "VpcPage" },
    };

    public static TheoryData<string, string[]> Choices => new()
    {
        { "AccessKeyStatus", Enum.GetNames<AccessKeyStatus>() },
        { "PolicyEffect", Enum.GetNames<PolicyEffect>() },
        { "AuditOutcome", Enum.GetNames<AuditOutcome>() },
        { "FlowLogStatus", Enum.GetNames<FlowLogStatus>() },
        { "FlowLogResourceType", Enum.GetNames<FlowLogResourceType>() },
        { "TrafficType", Enum.GetNames<TrafficType>() },
        { "TrafficSourceType", [.. CamelCaseEnum<TrafficSourceType>.Names] },
        { "SecurityGroupType", [.. CamelCaseEnum<SecurityGroupType>.Names] },
        { "InnerAccessPolicy", [.. CamelCaseEnum<InnerAccess>.Names] },
        { "RuleDirection", [.. CamelCaseEnum<RuleDirection>.Names] },
        { "ChartKind", [.. CamelCaseEnum<ChartKind>.Names] },
        { "RulePolicy", [.. CamelCaseEnum<RulePolicy>.Names] },
        { "AggregationInterval", [.. FlowLogRow.AggregationIntervals.Select(minutes => $"{minutes}")] },
    };

    [Theory, MemberData(nameof(Answers))]
    public void Schema_HasThePropertiesThatAreWritten(Type answer, string schema) => Assert.Equal(
        Resolver.GetTypeInfo(answer, Json.Options).Properties.Where(property => property.Get is not null).Select(property => property.Name).Order(StringComparer.Ordinal),
        Names(schema).Order(StringComparer.Ordinal));

    [Fact]
    public void FlowRecord_HasTheFields_InTheirOrder() => Assert.Equal(FlowFields.All.Select(field => field.Name), Names("FlowRecord"));

    [Theory, MemberData(nameof(Choices))]
    public void Enum_HasTheValuesThatAreWritten(string schema, string[] values) =>
        Assert.Equal(values, Operation.Schema(schema).GetProperty("enum").EnumerateArray().Select(value => value.ToString()));

    [Fact]
    public void Limits_AreThoseThatAreChecked()
    {
        Assert.Equal(LogServiceLimits.MinTtlDays, Operation.Schema("TtlDays").GetProperty("minimum").GetInt32());
        Assert.Equal(LogServiceLimits.MaxTtlDays, Operation.Schema("TtlDays").GetProperty("maximum").GetInt32());
        Assert.Equal(LogServiceLimits.DescriptionLength, Operation.Schema("ShortDescription").GetProperty("maxLength").GetInt32());
        Assert.Equal(RuleList.MaxRules, Property("CreateSecurityGroupRequest", "rules").GetProperty("maxItems").GetInt32());
        Assert.Equal(PrefixListItem.MaxEntries, Property("CreatePrefixListRequest", "entries").GetProperty("maxItems").GetInt32());
        Assert.Equal(Tag.MostTags, Property("CreateFlowLogRequest", "tags").GetProperty("maxItems").GetInt32());
        Assert.Equal(KeyRing.MaxAccessKeys, Property("User", "accessKeys").GetProperty("maxItems").GetInt32());
        Assert.Equal(TrafficSource.MaxFlowsPerMinute, Property("TrafficSourceRequest", "flowsPerMinute").GetProperty("maximum").GetInt32());
    }

    [Fact]
    public void Requests_AllowNoOtherProperties() => Assert.All(
        Operation.Document.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(schema => schema.Name.EndsWith("Request", StringComparison.Ordinal)),
        schema => Assert.False(schema.Value.GetProperty("additionalProperties").GetBoolean()));

    private static JsonElement Property(string schema, string name) => Operation.Schema(schema).GetProperty("properties").GetProperty(name);

    private static IEnumerable<string> Names(string schema) =>
        Operation.Schema(schema).GetProperty("properties").EnumerateObject().Select(property => property.Name);
}
