using EStation.Counting;
using EStation.Inbox;
using EStation.Ledger;
using EStation.Privacy;
using EStation.Trainings.Attendance;
using EStation.Trainings.Certificates;
using EStation.Trainings.Enrolments;
using EStation.Trainings.Tellings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Trainings;

/// <summary>Trainings: sign-ups, attendance, certificates and what people are told.</summary>
public static class TrainingsModule
{
    public static IServiceCollection AddTrainings(this IServiceCollection services) =>
        services
            .AddSingleton<TrainingTable>()
            .AddSingleton<TrainingLists>()
            .AddSingleton<UpcomingTrainings>()
            .AddSingleton<EnrolmentTable>()
            .AddSingleton<NextTraining>()
            .AddSingleton<Applications>()
            .AddSingleton<OwnEnrolments>()
            .AddSingleton<TrainingTickets>()
            .AddSingleton<EnrolmentResponses>()
            .AddSingleton<AttendanceTable>()
            .AddSingleton<FeedbackTable>()
            .AddSingleton<MessageTable>()
            .AddSingleton<CertificateNumbers>()
            .AddSingleton<CertificateTable>()
            .AddSingleton<Roster>()
            .AddSingleton<IPersonalData, TrainingData>()
            .AddSingleton<IRecount, TrainingRecount>()
            .AddTellings(TrainingTellings.Kinds)
            .AddGroup<TrainingGroup>()
            .AddNews<TrainingSignedUp>()
            .AddNews<TrainingWithdrawn>()
            .AddNews<TrainingAttended>()
            .AddNews<TrainingCompleted>()
            .AddNews<TrainingChanged>()
            .AddPublisher<TrainingPublisher>();
}
