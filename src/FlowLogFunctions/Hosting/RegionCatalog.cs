using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace FlowLogFunctions.Hosting;

/// <summary>The regions that this service serves.</summary>
internal sealed class RegionCatalog(IOptions<RegionOptions> options)
{
    /// <summary>Alibaba Cloud's regions with VPC flow logs, November 2026.</summary>
    private static readonly IReadOnlyList<string> AlibabaCloud =
    [
        "cn-hangzhou", "cn-shanghai", "cn-qingdao", "cn-beijing", "cn-zhangjiakou", "cn-huhehaote", "cn-wulanchabu", "cn-shenzhen",
        "cn-heyuan", "cn-guangzhou", "cn-chengdu", "cn-hongkong", "ap-northeast-1", "ap-northeast-2", "ap-southeast-1",
        "ap-southeast-3", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "eu-central-1", "eu-west-1", "us-west-1", "us-east-1",
        "me-east-1", "me-central-1",
    ];

    public IReadOnlyList<string> All { get; } = options.Value.Ids is { Count: > 0 } own ? [.. own] : AlibabaCloud;

    public string Default => options.Value.Default;

    /// <summary>The region of a request's regionId; the default one if it names none.</summary>
    public Outcome<string> Find(StringValues named)
    {
        if (named.Count > 1)
            return Refusal.Invalid("regionId", "MoreThanOnce", "is given more than once.");
        var regionId = named.ToString();
        if (regionId.Length == 0)
            return Default;
        if (All.Contains(regionId))
            return regionId;
        return new Refusal(StatusCodes.Status404NotFound, "InvalidRegionId.NotFound", "There is no such region; GET /api/regions lists them.",
            [new("regionId", "InvalidRegionId.NotFound", $"must be one of {string.Join(", ", All)}.")]);
    }
}
