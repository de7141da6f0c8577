using System.Net;
using System.Reflection;
using EStation.Http;
using EStation.Regions;
using EStation.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Access;

/// <summary>Who may call a function is declared on it. The middleware enforces it before the function runs, and the region after.</summary>
public sealed class DeclaredAccessTests(TestStorage storage)
{
    private const string Administrator = "13900000001";
    private const string County = "220102";

    [Fact]
    public void Every_HTTP_function_declares_who_may_call_it_as_its_facts_say()
    {
        var functions = typeof(Composition)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute))))
            .ToList();
        Assert.InRange(functions.Count, DiscoveredRoute.All.Count, DiscoveredRoute.All.Count + 1); // the catch-all
        Assert.All(
            functions,
            function =>
            {
                var name = function.GetCustomAttribute<FunctionAttribute>()!.Name;
                var who = name == "ZFront" ? Http.Access.Everybody : RouteFacts.Of(name).Who;
                var access = AccessAttribute.Of(function);
                Role[] expected = (who, name) switch
                {
                    (Http.Access.Official, _) => [Role.Official],
                    (Http.Access.Reviewer, "ScoreVideo") => [Role.Jury],
                    (Http.Access.Reviewer, _) => [Role.Reviewer],
                    (Http.Access.Administrator, _) => [Role.Administrator],
                    _ => [],
                };
                Assert.True(
                    expected.SequenceEqual(access.Roles.Take(1)) && who == Http.Access.Everybody == (access.Needs == Needs.Nothing),
                    $"{name}: RouteFacts.cs says {who}, its [Access] needs {string.Join(", ", access.Roles.DefaultIfEmpty())} {access.Needs}"
                );
            }
        );
    }

    [Fact]
    public async Task A_function_that_has_not_asked_for_the_region_can_only_refuse()
    {
        Assert.Equal(HttpStatusCode.InternalServerError, await AnswerOfAsync(_ => Task.FromResult(Answer.Nothing())));
        Assert.Equal(HttpStatusCode.NotFound, await AnswerOfAsync(_ => Task.FromResult(Answer.Refuse(Refusal.NotFound))));
        Assert.Equal(HttpStatusCode.NoContent, await AnswerOfAsync(caller => AskAsync(caller, County)));
    }

    [Fact]
    public async Task A_function_that_ignores_the_refusal_of_the_region_fails() =>
        Assert.Equal(HttpStatusCode.InternalServerError, await AnswerOfAsync(caller => AskAsync(caller, "22")));

    private static async Task<IResult> AskAsync(Caller caller, string region)
    {
        await caller.RefuseAsync(RegionCode.Parse(region));
        return Answer.Nothing();
    }

    /// <summary>What an administrator of a county gets when a function that needs the role does something else than it should.</summary>
    private async Task<HttpStatusCode> AnswerOfAsync(Func<Caller, Task<IResult>> run)
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = Administrator },
            services: services =>
            {
                var real = services.Last(service => service.ServiceType == typeof(IFunctionExecutor)).ImplementationType!;
                services.AddSingleton<IFunctionExecutor>(provider => new Instead(
                    (IFunctionExecutor)ActivatorUtilities.CreateInstance(provider, real),
                    nameof(DeleteGrant),
                    run
                ));
            }
        );
        var phone = Farmer.NewPhone();
        var administrator = await Farmer.SignInAsync(host, Administrator);
        (
            await administrator.PostAsync(
                "api/grants",
                new
                {
                    phone,
                    role = "administrator",
                    region = County,
                }
            )
        ).EnsureSuccessStatusCode();
        var ofCounty = await Farmer.SignInAsync(host, phone);
        return (await ofCounty.DeleteAsync("api/grants/any")).StatusCode;
    }

    /// <summary>Runs another method instead of one function's.</summary>
    private sealed class Instead(IFunctionExecutor real, string function, Func<Caller, Task<IResult>> run) : IFunctionExecutor
    {
        public async ValueTask ExecuteAsync(FunctionContext context)
        {
            if (context.FunctionDefinition.Name == function)
                context.GetInvocationResult().Value = await run(context.GetHttpContext()!.Request.Caller());
            else
                await real.ExecuteAsync(context);
        }
    }
}
