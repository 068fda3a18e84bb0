using FlowLogFunctions.Capture.CloudLogs;
using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture;

internal static class CaptureFeature
{
    public static IServiceCollection AddCapture(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<CaptureOptions>(configuration, CaptureOptions.Section);
        services.AddSettings<InterfaceOptions>(configuration, InterfaceOptions.Section);
        services.AddSettings<HostSourceOptions>(configuration, HostSourceOptions.Section);
        return services
            .AddSingleton<IValidateOptions<HostSourceOptions>, HostSourceOptionsValidation>()
            .AddSingleton<HostSources>()
            .AddSingleton<CursorStore>()
            .AddSingleton<Coverage>()
            .AddSingleton<CapturePlanner>()
            .AddSingleton<LateTraffic>()
            .AddSingleton<ForgetEndedFlowLogs>()
            .AddSingleton<TrafficSources>()
            .AddSingleton<ITrafficSource>(new NoSource("the ENI has no traffic source"))
            .AddSingleton<ITrafficSource, PcapSource>()
            .AddSingleton<ITrafficSource, GeneratorSource>()
            .AddSingleton<ITrafficSource, InterfaceSource>()
            .AddSingleton<InterfaceCaptures>()
            .AddSingleton<InterfaceCoverage>()
            .AddHostedService<InterfaceStart>()
            .AddCloudLogs()
            .AddSingleton<RecordMaker>()
            .AddSingleton<CaptureEni>()
            .AddSingleton<CaptureRun>()
            .AddSingleton<WatchedCapture>()
            .AddSingleton<UploadSlots>()
            .AddSingleton<FilesInUse>()
            .AddSingleton<PutCaptureFile>()
            .AddSingleton<ListCaptureFiles>()
            .AddSingleton<RemoveCaptureFile>()
            .AddSingleton<DropLeftCaptures>();
    }
}
