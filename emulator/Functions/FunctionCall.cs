using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Emulator;

/// <summary>Compiles "make the class, bind the parameters, call, await" into one delegate: no request pays for reflection.</summary>
internal static class FunctionCall
{
    public static Func<Invocation, ValueTask<object?>> Compile(Function function)
    {
        var invocation = Expression.Parameter(typeof(Invocation), "invocation");
        var arguments = function.Method.GetParameters().Select(parameter => ParameterBinding.Of(function, parameter, invocation));
        var call = Expression.Call(Instance(function, invocation), function.Method, arguments);
        return Expression.Lambda<Func<Invocation, ValueTask<object?>>>(FunctionResult.Await(call), invocation).Compile();
    }

    private static UnaryExpression? Instance(Function function, ParameterExpression invocation)
    {
        if (function.Method.IsStatic)
            return null;

        var type = function.Method.ReflectedType!;
        var create = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);
        var services = Expression.Property(invocation, nameof(Invocation.InstanceServices));
        return Expression.Convert(
            Expression.Invoke(Expression.Constant(create), services, Expression.Constant(null, typeof(object[]))),
            type
        );
    }
}
