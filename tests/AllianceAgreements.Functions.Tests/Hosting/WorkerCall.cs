using System.IO.Pipes;
using System.Text;
using System.Text.Json;

namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>
/// How the host calls the tests as its worker. The host starts this executable as the worker process; that hands its arguments to the
/// process of the tests, where the worker then runs, with the code of the test in it; and stays as long as the tests listen.
/// </summary>
internal static class WorkerCall
{
    public const string Verb = "--worker-call";

    /// <summary>Waits for the host to start the worker. Gives what it was started with, and what keeps that process alive.</summary>
    public static async Task<(string[] Arguments, NamedPipeServerStream Line)> ReceiveAsync(string pipe, CancellationToken cancellationToken)
    {
        var line = new NamedPipeServerStream(pipe, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        await line.WaitForConnectionAsync(cancellationToken);
        using var reader = new StreamReader(line, Encoding.UTF8, leaveOpen: true);
        return (JsonSerializer.Deserialize<string[]>((await reader.ReadLineAsync(cancellationToken))!)!, line);
    }

    /// <summary>The worker process.</summary>
    /// <param name="args">The pipe, and what the host says.</param>
    public static async Task<int> AnswerAsync(string[] args)
    {
        await using var line = new NamedPipeClientStream(".", args[0], PipeDirection.InOut, PipeOptions.Asynchronous);
        await line.ConnectAsync();
        await line.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(args[1..]) + "\n"));

        // Ends when the tests hang up.
        return await line.ReadAsync(new byte[1]);
    }
}
