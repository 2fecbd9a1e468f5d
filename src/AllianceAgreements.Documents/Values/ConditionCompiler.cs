using System.Collections;
using System.Globalization;
using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Values;

/// <summary>Turns conditions into functions of the scope.</summary>
internal static class ConditionCompiler
{
    /// <summary>The function that decides.</summary>
    /// <exception cref="FormatException">A field is unknown, or two things are compared that are never equal.</exception>
    public static Func<Scope, bool> Compile(Condition condition, ScopeShape scope)
    {
        switch (condition)
        {
            case TruthCondition truth:
                var source = PathResolver.Resolve(truth.Path, scope);
                return at => IsTrue(source.Read(at));
            case NotCondition not:
                var inner = Compile(not.Inner, scope);
                return at => !inner(at);
            case AndCondition and:
                var (both, too) = (Compile(and.Left, scope), Compile(and.Right, scope));
                return at => both(at) && too(at);
            case OrCondition or:
                var (either, other) = (Compile(or.Left, scope), Compile(or.Right, scope));
                return at => either(at) || other(at);
            case EqualityCondition equality:
                return CompileEquality(equality, scope);
            case OrderCondition order:
                return CompileOrder(order, scope);
            default:
                throw new InvalidOperationException($"The condition {condition.GetType().Name} has no meaning.");
        }
    }

    private static Func<Scope, bool> CompileEquality(EqualityCondition condition, ScopeShape scope)
    {
        var (left, right) = ReadBoth(condition.Left, condition.Right, scope);
        Check(left.Shape, condition.Right, right.Shape);
        Check(right.Shape, condition.Left, left.Shape);
        return at => Equals(Comparable(left.Read(at)), Comparable(right.Read(at))) != condition.IsNegated;
    }

    /// <summary>An absent value stands in no order to another.</summary>
    private static Func<Scope, bool> CompileOrder(OrderCondition condition, ScopeShape scope)
    {
        var (left, right) = ReadBoth(condition.Left, condition.Right, scope);
        Check(left.Shape, condition.Right, right.Shape);
        if (new[] { left.Shape, right.Shape }.FirstOrDefault(shape => shape is not (NumberShape or DateShape or UnknownShape)) is { } unordered)
        {
            throw new FormatException($"Numbers and dates have an order, and this is {unordered.Description}.");
        }

        return at => Comparable(left.Read(at)) is { } first && Comparable(right.Read(at)) is { } second
            && Stands(Comparer<object>.Default.Compare(first, second), condition.Order);
    }

    private static bool Stands(int difference, Order order) => order switch
    {
        Order.Less => difference < 0,
        Order.LessOrEqual => difference <= 0,
        Order.Greater => difference > 0,
        _ => difference >= 0,
    };

    /// <summary>Both sides; a text written beside a date is a date.</summary>
    private static (Side Left, Side Right) ReadBoth(Operand left, Operand right, ScopeShape scope)
    {
        var (first, second) = (Read(left, scope), Read(right, scope));
        return (AsDate(first, left, second), AsDate(second, right, first));
    }

    private static Side AsDate(Side side, Operand operand, Side other)
    {
        if (other.Shape is not DateShape || operand is not LiteralOperand { Value: string text })
        {
            return side;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Side(DateShape.Instance, _ => date)
            : throw new FormatException($"\"{text}\" is not a date; write it as year, month and day, such as \"2027-01-31\".");
    }

    private static Side Read(Operand operand, ScopeShape scope)
    {
        if (operand is PathOperand path)
        {
            var source = PathResolver.Resolve(path, scope);
            return new Side(source.Shape, source.Read);
        }

        var value = ((LiteralOperand)operand).Value;
        Shape shape = value switch
        {
            string => TextShape.Instance,
            bool => BooleanShape.Instance,
            _ => NumberShape.Instance,
        };
        return new Side(shape, _ => value);
    }

    private static void Check(Shape shape, Operand other, Shape otherShape)
    {
        if (shape is UnknownShape || otherShape is UnknownShape)
        {
            return;
        }

        if (shape is ObjectShape or ListShape or ImageShape)
        {
            throw new FormatException($"{(shape switch { ListShape => "A list", ImageShape => "An image", _ => "A group of fields" })} cannot be compared.");
        }

        if (shape is EnumShape names && other is LiteralOperand { Value: string name } && !names.Names.Contains(name, StringComparer.Ordinal))
        {
            throw new FormatException($"\"{name}\" is not one of {string.Join(", ", names.Names)}.");
        }

        if (KindOf(shape) != KindOf(otherShape))
        {
            throw new FormatException($"This compares {shape.Description} with {otherShape.Description}, which are never equal.");
        }
    }

    private static Type KindOf(Shape shape) => shape is EnumShape ? typeof(TextShape) : shape.GetType();

    private static object? Comparable(object? value) => value switch
    {
        Enum name => name.ToString(),
        int number => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
        _ => value,
    };

    private static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        string text => text.Length > 0,
        IEnumerable list => list.GetEnumerator().MoveNext(),
        _ => true,
    };

    private readonly record struct Side(Shape Shape, Func<Scope, object?> Read);
}
