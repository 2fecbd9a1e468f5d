using AllianceAgreements.Local.Commands;

return await CommandLine.RunAsync(args);
