import { quoted, suggestion } from '../diagnostics.ts';
import type { EnumType, ValueType } from '../expression.ts';
import type { FormulaScope } from '../formulaScope.ts';
import { INDEX, isDistribution, isFunction, isReduction } from '../functions.ts';
import { type AccessorNode, SymbolNode } from '../mathjs.ts';
import { type Checked, type NodeContext, pass, refuse } from './context.ts';
import { bareVector, checkIndex } from './vectorIndex.ts';

/** A name that the scope knows. */
export function checkName(node: SymbolNode, context: NodeContext): Checked {
  const { scope } = context;
  const offset = context.locate(node.name) ?? 0;
  if (node.name === INDEX) return checkIndex(offset, context);
  const visible = scope.names.get(node.name);
  if (visible?.length !== undefined) return refuse(context, bareVector(node.name, context), offset);
  if (visible) {
    const { source, type } = visible;
    return {
      expression: { kind: 'reference', source, name: node.name, type },
      math: new SymbolNode(node.name),
      offset,
    };
  }
  const reason = scope.unavailable.get(node.name) ?? memberHint(node.name, scope);
  if (reason) return refuse(context, `"${node.name}" cannot be used here: ${reason}`, offset);
  const known = [...scope.names.keys(), 'true', 'false'];
  return refuse(context, `unknown name ${quoted(node.name)}${suggestion(node.name, known)}`, offset);
}

function memberHint(name: string, scope: FormulaScope): string | undefined {
  if (isFunction(name) || isDistribution(name) || isReduction(name))
    return 'it is a function; give it arguments in ( )';
  const type = (Object.keys(scope.members) as EnumType[]).find((t) => scope.members[t].includes(name));
  return type && `it is a ${type}; write ${type === 'family' ? 'action.family' : type} == ${name}`;
}

/** action.<attribute>, the only thing that is read with a dot. */
export function checkAttribute(node: AccessorNode, context: NodeContext): Checked {
  const object = node.object as SymbolNode;
  const { dotNotation } = node.index as unknown as { dotNotation: boolean };
  const plainDot = dotNotation && !(node as unknown as { optionalChaining: boolean }).optionalChaining;
  if (object.type === 'SymbolNode' && object.name === 'channel' && plainDot)
    return channelCost(node, context);
  if (object.type !== 'SymbolNode' || object.name !== 'action' || !plainDot) {
    return refuse(context, 'only action.<attribute> can be read, with a dot', pass(node, context));
  }
  const offset = context.locate('action') ?? 0;
  const { name } = node;
  if (context.scope.names.get('action')?.source !== 'builtin') {
    const reason = context.scope.unavailable.get('action') ?? 'no action has been taken yet';
    return refuse(context, `"action" cannot be used here: ${reason}`, offset);
  }
  if (name === 'family') return attributeOf(name, 'family', offset);
  if (!context.scope.attributes.includes(name)) {
    const problem = `actions have no attribute ${quoted(name)}`;
    const choices = [...context.scope.attributes, 'family'];
    return refuse(
      context,
      problem + suggestion(name, choices),
      context.text.indexOf(name, offset + 'action'.length),
    );
  }
  return attributeOf(name, 'number', offset);
}

/** channel.cost: what it cost to win this user. */
function channelCost({ name }: AccessorNode, context: NodeContext): Checked {
  const { names, unavailable } = context.scope;
  const offset = context.locate('channel') ?? 0;
  if (names.get('channel')?.source !== 'builtin') {
    const reason = unavailable.get('channel') ?? 'it belongs to a user';
    return refuse(context, `"channel" cannot be used here: ${reason}`, offset);
  }
  if (name !== 'cost')
    return refuse(context, `channels have no attribute ${quoted(name)}${suggestion(name, ['cost'])}`, offset);
  return {
    expression: { kind: 'reference', source: 'builtin', name: 'channel.cost', type: 'number' },
    math: new SymbolNode('channel.cost'),
    offset,
  };
}

function attributeOf(name: string, type: ValueType, offset: number): Checked {
  return { expression: { kind: 'attribute', name, type }, math: new SymbolNode(`action.${name}`), offset };
}
