using System.Reflection;
using EStation.Http;
using EStation.Testing;
using Microsoft.AspNetCore.Http;

namespace EStation.Service;

/// <summary>A function declares what it takes and answers with; the compiled code is asked whether it does.</summary>
public class DeclarationTests
{
    public static TheoryData<string> Functions => [.. OpenApi.Functions.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_declares_the_record_that_it_reads(string function)
    {
        var read = CallsOf(function)
            .Where(call => call.DeclaringType == typeof(Body) && call.Name is nameof(Body.ReadAsync) or nameof(Body.ReadOptionalAsync))
            .Select(call => call.GetGenericArguments()[0].Name)
            .Distinct();
        var declared = OpenApi.Functions[function].GetCustomAttribute<TakesAttribute>()?.Body.Name;
        Assert.Equal(declared is null ? [] : [declared], read);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_declares_the_records_that_it_sends(string function)
    {
        var sent = Sent(function).ToHashSet();
        var declared = Declared(function).ToHashSet();
        var undeclared = sent.Except(declared).ToList();
        Assert.True(
            undeclared.Count == 0,
            $"{function} answers with {string.Join("; ", undeclared)}, and declares: {string.Join("; ", declared)}"
        );
        if (SendsAnything(function))
            return;
        var unsent = declared.Except(sent).ToList();
        Assert.True(unsent.Count == 0, $"{function} declares {string.Join("; ", unsent)}, and answers with: {string.Join("; ", sent)}");
    }

    private static IEnumerable<string> Declared(string function) =>
        from answer in OpenApi.Functions[function].GetCustomAttributes<AnswersAttribute>()
        from status in answer.Statuses
        select $"{status} {answer.Body}";

    private static IEnumerable<string> Sent(string function) =>
        from call in CallsOf(function)
        let answer = (call.DeclaringType == typeof(Answer), call.Name, Type: call.IsGenericMethod ? call.GetGenericArguments()[0] : null)
        where answer is (true, _, _) && (answer.Type is null || IsRecord(answer.Type))
        let status = answer.Name switch
        {
            nameof(Answer.Ok) or nameof(Answer.Public) => StatusCodes.Status200OK,
            nameof(Answer.Created) => StatusCodes.Status201Created,
            nameof(Answer.Accepted) => StatusCodes.Status202Accepted,
            nameof(Answer.Nothing) => StatusCodes.Status204NoContent,
            _ => 0,
        }
        where status != 0
        select $"{status} {answer.Type}";

    /// <summary>Whether it chooses status or record in a way that no call shows: its part or its real answers say the rest.</summary>
    private static bool SendsAnything(string function) =>
        CallsOf(function)
            .Any(call =>
                (call.DeclaringType == typeof(Answer) && call.IsGenericMethod && !IsRecord(call.GetGenericArguments()[0]))
                || (
                    call.IsConstructor
                    && call.DeclaringType is { IsGenericType: true } made
                    && made.GetGenericTypeDefinition() == typeof(JsonAnswer<>)
                )
            );

    private static bool IsRecord(Type type) => type.Assembly == typeof(Answer).Assembly;

    private static IEnumerable<MethodBase> CallsOf(string function) => MethodCalls.Of(OpenApi.Functions[function].DeclaringType!);
}
