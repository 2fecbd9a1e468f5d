using AllianceAgreements.Local.Commands;

// These read one request and end, before the accessors and rules that libraries compile at run time would pay for themselves; interpreted,
// they take a sixth less CPU time. It must be said before anything asks (https://learn.microsoft.com/dotnet/core/deploying/trimming/trimming-options).
if (args is ["draft" or "check", ..])
{
    AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", isEnabled: false);
}

return await CommandLine.RunAsync(args);
