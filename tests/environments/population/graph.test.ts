import { describe, expect, it } from 'vitest';
import {
  and,
  binary,
  less,
  multiply,
  not,
  or,
  select,
  toMask,
  toNumber,
} from '../../../environments/population/arithmetic.ts';
import { Graph } from '../../../environments/population/graph.ts';

const column = (graph: Graph, name = 'x') => graph.add({ op: 'column', name }, 'number');

describe('Graph.add(operation)', () => {
  it('gives the same node for the same operation on the same arguments', () => {
    const graph = new Graph();
    const [x, y] = [column(graph), column(graph, 'y')];
    expect(binary(graph, 'add', x, y)).toBe(binary(graph, 'add', x, y));
    expect(binary(graph, 'add', x, y)).not.toBe(binary(graph, 'add', y, x));
    expect(binary(graph, 'add', x, y)).not.toBe(binary(graph, 'subtract', x, y));
    expect(column(graph)).toBe(x);
  });

  it('keeps numbers apart that JSON writes alike', () => {
    const graph = new Graph();
    const values = [0, -0, Infinity, -Infinity, Number.NaN];
    expect(new Set(values.map((value) => graph.constant(value))).size).toBe(values.length);
    for (const value of values) expect(graph.constantOf(graph.constant(value))).toBe(value);
    const table = (value: number) => graph.add({ op: 'table', values: [value, 1] }, 'number', column(graph));
    expect(table(0)).not.toBe(table(-0));
  });

  it('knows what is the same for everyone today', () => {
    const graph = new Graph();
    const day = graph.add({ op: 'input', name: 'day' }, 'number');
    const u = graph.add({ op: 'uniform', purpose: graph.purpose('day.x/0') }, 'number');
    const invariant = (id: number) => graph.nodes[id].invariant;
    expect(invariant(binary(graph, 'multiply', day, graph.constant(2)))).toBe(true);
    expect(invariant(binary(graph, 'multiply', day, column(graph)))).toBe(false);
    expect(invariant(u)).toBe(false);
  });

  it('numbers the purposes of draws in the order of their first use', () => {
    const graph = new Graph();
    expect(['b', 'a', 'b'].map((name) => graph.purpose(name))).toEqual([0, 1, 0]);
    expect(graph.purposes).toEqual(['b', 'a']);
  });
});

describe('arithmetic on constants', () => {
  it('is done once, when the graph is built', () => {
    const graph = new Graph();
    const [two, three] = [graph.constant(2), graph.constant(3)];
    expect(graph.constantOf(binary(graph, 'modulo', graph.constant(-7), three))).toBe(2);
    expect(graph.constantOf(binary(graph, 'min', two, three))).toBe(2);
    expect(graph.conditionOf(less(graph, two, three))).toBe(true);
    expect(graph.conditionOf(not(graph, less(graph, two, three)))).toBe(false);
    expect(graph.conditionOf(toMask(graph, graph.constant(Number.NaN)))).toBe(false);
    expect(graph.constantOf(toNumber(graph, graph.condition(true)))).toBe(1);
  });

  it('leaves out what changes nothing, and only that', () => {
    const graph = new Graph();
    const x = column(graph);
    const [zero, one] = [graph.constant(0), graph.constant(1)];
    expect(binary(graph, 'multiply', x, one)).toBe(x);
    expect(binary(graph, 'multiply', one, x)).toBe(x);
    expect(binary(graph, 'divide', x, one)).toBe(x);
    // x + 0 turns −0 into 0, and 0 · x may be −0 or NaN.
    expect(binary(graph, 'add', x, zero)).not.toBe(x);
    expect(graph.constantOf(binary(graph, 'multiply', x, zero))).toBeUndefined();
  });

  it('takes the side of a known condition', () => {
    const graph = new Graph();
    const [x, y] = [column(graph), column(graph, 'y')];
    const [yes, no] = [graph.condition(true), graph.condition(false)];
    const open = less(graph, x, y);
    expect(select(graph, yes, x, y)).toBe(x);
    expect(select(graph, no, x, y)).toBe(y);
    expect(select(graph, open, x, x)).toBe(x);
    expect(select(graph, open, yes, no)).toBe(open);
    expect(and(graph, yes, open)).toBe(open);
    expect(graph.conditionOf(and(graph, no, open))).toBe(false);
    expect(graph.conditionOf(or(graph, yes, open))).toBe(true);
    expect(multiply(graph, yes, x)).toBe(x);
    expect(graph.constantOf(multiply(graph, no, x))).toBe(0);
  });
});
