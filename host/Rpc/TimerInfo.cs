namespace EStation.LocalHost.Rpc;

internal sealed record TimerInfo(ScheduleStatus? ScheduleStatus, bool IsPastDue);

internal sealed record ScheduleStatus(DateTime Last, DateTime Next, DateTime LastUpdated);
