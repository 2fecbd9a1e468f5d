using System.Runtime.InteropServices;

namespace AllianceAgreements.Bench.Documents;

/// <summary>The CPU time of processes that this one started and that have ended, as getrusage(2) of Linux and macOS on 64 bits has it.</summary>
internal static partial class ChildProcesses
{
    private const int Children = -1;

    /// <summary>The time of all of them together.</summary>
    public static TimeSpan CpuTime
    {
        get
        {
            // struct rusage: two timevals (seconds, then microseconds), then fourteen longs.
            Span<long> usage = stackalloc long[18];
            if (Getrusage(Children, usage) != 0)
            {
                throw new InvalidOperationException("The CPU time of child processes is not known.");
            }

            return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds((int)usage[1] + (int)usage[3]);
        }
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int Getrusage(int who, Span<long> usage);
}
