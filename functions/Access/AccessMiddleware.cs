using System.Collections.Concurrent;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EStation.Access;

/// <summary>Enforces the <see cref="AccessAttribute"/> of each HTTP function, before the function reads anything.</summary>
public sealed class AccessMiddleware(Callers callers) : IFunctionsWorkerMiddleware
{
    private readonly ConcurrentDictionary<string, AccessAttribute> declared = new();

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context); // a timer has no caller
            return;
        }

        var function = context.FunctionDefinition;
        var access = declared.GetOrAdd(function.Name, static (_, entryPoint) => AccessOf(entryPoint), function.EntryPoint);
        http.Features.Set(new Invocation(function.Name, Invocation.SubjectOf(http.Request)));
        if (access.Needs == Needs.Nothing)
        {
            await next(context);
            return;
        }

        if ((await FindAsync(http.Request, access)).Refused(out var refusal, out var caller))
        {
            await new Problem(refusal).ExecuteAsync(http);
            return;
        }

        http.Features.Set(caller);
        await next(context);
        if (access.Roles.Count > 0 && access.Region != RegionOf.Own && !caller.IsInRegion)
            RequireRefusal(context);
    }

    private static AccessAttribute AccessOf(string entryPoint)
    {
        var end = entryPoint.LastIndexOf('.');
        var type = typeof(AccessMiddleware).Assembly.GetType(entryPoint[..end], throwOnError: true)!;
        return AccessAttribute.Of(type.GetMethod(entryPoint[(end + 1)..])!);
    }

    private async Task<Result<Caller>> FindAsync(HttpRequest request, AccessAttribute access)
    {
        if ((await callers.FindAsync(request, access.Needs, access.Roles)).Refused(out var refusal, out var caller))
            return refusal;
        return access.Roles.Count > 0 && await RefuseAsync(request, access.Region, caller) is { } missing ? missing : caller;
    }

    private static async Task<Refusal?> RefuseAsync(HttpRequest request, RegionOf region, Caller caller) =>
        region switch
        {
            RegionOf.Query => await RefuseByQueryAsync(request, caller),
            RegionOf.Path when RegionCode.TryParse(Invocation.SubjectOf(request), null, out var named) => await caller.RefuseAsync(named),
            RegionOf.Province => await caller.RefuseAsync(RegionCode.Province),
            _ => await caller.RefuseAnywhereAsync(),
        };

    private static async Task<Refusal?> RefuseByQueryAsync(HttpRequest request, Caller caller)
    {
        var check = new Validation();
        var region = Query.Parsed<RegionCode>(request, "region", check) ?? await caller.WidestRegionAsync();
        if (await caller.RefuseAsync(region) is { } missing)
            return missing;
        return check.Or(() => region).Refused(out var invalid, out _) ? invalid : null;
    }

    /// <summary>A function that does not check the region fails, so it never answers a caller of another region.</summary>
    private static void RequireRefusal(FunctionContext context)
    {
        var result = context.GetInvocationResult();
        if (result.Value is Problem)
            return;
        result.Value = null; // otherwise the worker sends it after the problem
        throw new InvalidOperationException(
            $"{context.FunctionDefinition.Name} answers without having asked whether its caller has the role in the region."
        );
    }
}
