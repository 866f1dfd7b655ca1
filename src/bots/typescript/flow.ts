import ts from 'typescript';
import type { Span } from '../../crmscript/diagnostic.ts';
import {
  isGuard,
  namesOfStatus,
  type FlowAct,
  type Flow,
  type ScriptFlow,
  type WrittenText,
} from '../hints/flow.ts';
import type { Places } from './places.ts';

/** Methods of ChatAgent that act. */
const acting: Readonly<Record<string, 'posts' | 'handsOver'>> = {
  addChatMessageAsync: 'posts',
  resetChatSessionAsync: 'handsOver',
};

/** What a script in JavaScript or TypeScript does about the chat, as far as its text tells. */
export function flowOfTypeScript(source: ts.SourceFile, places: Places): ScriptFlow {
  return new Reader(source, places).read();
}

type Routine = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration;

class Reader {
  readonly #source: ts.SourceFile;
  readonly #places: Places;
  readonly #texts: WrittenText[] = [];
  readonly #functions = new Map<string, Routine>();
  readonly #assigned: { readonly name: string; readonly value: string }[] = [];
  #ofStatus: ReadonlySet<string> = new Set();

  constructor(source: ts.SourceFile, places: Places) {
    this.#source = source;
    this.#places = places;
  }

  read(): ScriptFlow {
    this.#note(this.#source);
    this.#ofStatus = namesOfStatus(this.#assigned);
    const routines = new Map(
      Array.from(this.#functions, ([name, { body }]) => [name, body === undefined ? [] : this.#body(body)]),
    );
    return {
      main: this.#source.statements.flatMap((one) => this.#statement(one)),
      routines,
      texts: this.#texts,
      asksFor: (comparison) => {
        const equal = comparison.replace('== ', '=== ');
        return `Number(context.eventData.inputValues['chatSession.status']) ${equal}`;
      },
      says: () => undefined,
    };
  }

  /** Takes down what names stand for, and which of them are functions. */
  #note(node: ts.Node): void {
    if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.name !== undefined) {
      const name = node.name.getText(this.#source);
      this.#functions.set(name, node);
      this.#assigned.push({ name, value: node.body?.getText(this.#source) ?? '' });
    }
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const { name, initializer } = node;
      const value = initializer.getText(this.#source);
      if (ts.isIdentifier(name)) {
        this.#assigned.push({ name: name.text, value });
        if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
          this.#functions.set(name.text, initializer);
      } else {
        // `const { status } = …`: each of them may be what it is called.
        for (const bound of name.elements) {
          if (!ts.isBindingElement(bound)) continue;
          const value = (bound.propertyName ?? bound.name).getText(this.#source);
          this.#assigned.push({ name: bound.name.getText(this.#source), value });
        }
      }
    }
    if (isAssignment(node) && ts.isIdentifier(node.left)) {
      this.#assigned.push({ name: node.left.text, value: node.right.getText(this.#source) });
    }
    ts.forEachChild(node, (child) => {
      this.#note(child);
    });
  }

  #body(body: ts.ConciseBody): Flow {
    return ts.isBlock(body) ? this.#statement(body) : this.#expression(body);
  }

  /** A statement that stands under another: beside it there is room only in braces. */
  #under(node: ts.Statement): Flow {
    return ts.isExpressionStatement(node) ? this.#expression(node.expression) : this.#statement(node);
  }

  #statement(node: ts.Statement): Flow {
    if (ts.isBlock(node)) return node.statements.flatMap((one) => this.#statement(one));
    if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return [];
    if (ts.isExpressionStatement(node)) return this.#expression(node.expression, node);
    if (ts.isIfStatement(node)) {
      const ways = [node.thenStatement, ...(node.elseStatement === undefined ? [] : [node.elseStatement])];
      return [...this.#expression(node.expression), this.#either(node.expression, ways)];
    }
    if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) {
      const given = node.expression === undefined ? [] : this.#expression(node.expression);
      return [...given, { kind: 'leaves' }];
    }
    if (ts.isTryStatement(node)) {
      const { tryBlock, catchClause, finallyBlock } = node;
      const caught = catchClause === undefined ? [] : [this.#either(undefined, [catchClause.block])];
      const last = finallyBlock === undefined ? [] : this.#statement(finallyBlock);
      return [...this.#statement(tryBlock), ...caught, ...last];
    }
    if (ts.isSwitchStatement(node)) {
      const ways = node.caseBlock.clauses.map(({ statements }) =>
        statements.flatMap((one) => this.#statement(one)),
      );
      return [
        ...this.#expression(node.expression),
        { kind: 'either', asksStatus: this.#isGuard(node.expression), ways },
      ];
    }
    if (ts.isIterationStatement(node, false)) {
      const asked = ts.isForOfStatement(node) ? this.#expression(node.expression) : [];
      const condition = ts.isWhileStatement(node) || ts.isDoStatement(node) ? node.expression : undefined;
      return [...asked, this.#either(condition, [node.statement])];
    }
    return this.#inner(node);
  }

  #either(condition: ts.Expression | undefined, ways: readonly ts.Statement[]): FlowAct {
    const asksStatus = condition !== undefined && this.#isGuard(condition);
    return { kind: 'either', asksStatus, ways: ways.map((one) => this.#under(one)) };
  }

  /** What an expression does, inner calls first; `statement` is where it is all of one. */
  #expression(node: ts.Expression, statement?: ts.Statement): Flow {
    if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node))
      return this.#expression(node.expression, statement);
    if (ts.isStringLiteralLike(node)) return this.#write(node, 'text');
    if (ts.isTemplateExpression(node)) return [...this.#write(node.head, 'text'), ...this.#inner(node)];
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
      // One that is given to something is run by it, or not.
      const isNamed = ts.isVariableDeclaration(node.parent);
      return isNamed ? [] : [{ kind: 'either', asksStatus: false, ways: [this.#body(node.body)] }];
    }
    if (ts.isConditionalExpression(node)) {
      const ways = [node.whenTrue, node.whenFalse].map((one) => this.#expression(one));
      const asksStatus = this.#isGuard(node.condition);
      return [...this.#expression(node.condition), { kind: 'either', asksStatus, ways }];
    }
    if (isAssignment(node)) return [...this.#expression(node.right), ...this.#sets(node, statement)];
    if (ts.isBinaryExpression(node) && isShort(node.operatorToken.kind)) {
      const asksStatus = this.#isGuard(node.left);
      return [
        ...this.#expression(node.left),
        { kind: 'either', asksStatus, ways: [this.#expression(node.right)] },
      ];
    }
    return ts.isCallExpression(node) ? this.#call(node, statement) : this.#inner(node);
  }

  #inner(node: ts.Node): Flow {
    const acts: FlowAct[] = [];
    ts.forEachChild(node, (child) => {
      if (ts.isExpression(child)) acts.push(...this.#expression(child));
      else acts.push(...this.#inner(child));
    });
    return acts;
  }

  #call(node: ts.CallExpression, statement: ts.Statement | undefined): Flow {
    const { expression, arguments: args } = node;
    const isMethod = ts.isPropertyAccessExpression(expression);
    const name = isMethod ? expression.name.text : ts.isIdentifier(expression) ? expression.text : '';
    const [first] = args;
    if (name === 'fetch' && first !== undefined) {
      if (ts.isStringLiteralLike(first)) this.#write(first, 'address');
      else if (ts.isTemplateExpression(first)) this.#write(first.head, 'address');
    }
    const kind = Object.hasOwn(acting, name) && isMethod ? acting[name] : undefined;
    if (kind === 'posts') this.#params(args[1]);
    const inner = [...(isMethod ? [expression.expression] : []), ...args].flatMap((one) =>
      this.#expression(one),
    );
    const place = this.#placed(node, statement);
    if (kind !== undefined) return isToAgent(args[1]) ? inner : [...inner, { kind, ...place }];
    return this.#functions.has(name) ? [...inner, { kind: 'calls', routine: name, ...place }] : inner;
  }

  /** `specialParam: "…"` of a message. */
  #params(message: ts.Expression | undefined): void {
    const given = propertyOf(message, 'specialParam');
    if (given !== undefined && ts.isStringLiteralLike(given)) this.#write(given, 'params');
  }

  /** `session.status = 'Finished'`: it is over once that is saved. */
  #sets(node: ts.BinaryExpression, statement: ts.Statement | undefined): Flow {
    const isStatus = ts.isPropertyAccessExpression(node.left) && node.left.name.text === 'status';
    const value = node.right.getText(this.#source);
    if (!isStatus || !/^(?:['"`]Finished['"`]|\w+\.Finished|7)$/.test(value)) return [];
    return [{ kind: 'ends', session: undefined, ...this.#placed(node, statement) }];
  }

  #write(node: ts.LiteralLikeNode, as: WrittenText['as']): Flow {
    const { text } = node;
    const at = this.#spanOf(node);
    if (!this.#texts.some((one) => one.at.start === at.start && one.at.file === at.file))
      this.#texts.push({ text, at, as });
    return [];
  }

  #placed(node: ts.Node, statement: ts.Statement | undefined) {
    return { at: this.#spanOf(node), statement: statement && this.#spanOf(statement) };
  }

  #spanOf(node: ts.Node): Span {
    return this.#places.spanOf(node.getStart(this.#source), node.getEnd());
  }

  #isGuard(condition: ts.Expression): boolean {
    return isGuard(condition.getText(this.#source), this.#ofStatus);
  }
}

const isAssignment = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;

const isShort = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken ||
  kind === ts.SyntaxKind.BarBarToken ||
  kind === ts.SyntaxKind.QuestionQuestionToken;

function propertyOf(node: ts.Expression | undefined, name: string): ts.Expression | undefined {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return undefined;
  const found = node.properties.find(
    (one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === name,
  );
  return found?.initializer;
}

/** A message that says it goes to somebody else than the customer. */
function isToAgent(message: ts.Expression | undefined): boolean {
  const type = propertyOf(message, 'type');
  return type !== undefined && ts.isStringLiteralLike(type) && type.text !== 'ToCustomer';
}
