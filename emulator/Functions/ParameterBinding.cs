using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Emulator;

/// <summary>Where a parameter's value comes from. What is not listed here fails at start rather than at the first request.</summary>
internal static class ParameterBinding
{
    public static Expression Of(Function function, ParameterInfo parameter, ParameterExpression invocation)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext))
            return invocation;
        if (type == typeof(CancellationToken))
            return Expression.Property(invocation, nameof(Invocation.CancellationToken));
        if (type == typeof(HttpRequest) && function.Http is not null)
            return Expression.Property(invocation, nameof(Invocation.Request));
        if (type == typeof(TimerInfo) && function.Timer is not null)
            return Expression.Property(invocation, nameof(Invocation.Timer));
        if (IsInRoute(function, parameter) && RouteValue.Parser(type) is { } parse)
            return Expression.Call(parse, invocation, Expression.Constant(parameter.Name));

        var what = $"parameter {parameter.Name} ({type.Name})";
        throw new StartFailure($"Function {function.Name}: {what} is neither trigger, route value, FunctionContext nor CancellationToken.");
    }

    private static bool IsInRoute(Function function, ParameterInfo parameter) =>
        parameter != function.TriggerParameter
        && function.Http?.Route is { } route
        && RouteTemplates.Parse(route).GetParameter(parameter.Name!) is not null;
}
