import { Component, createElement, type FunctionComponent, type VNode } from 'preact';

/**
 * A component that its parent does not draw again while each of its properties is the same. What it reads by itself, a
 * signal or the world, draws it as ever.
 */
export function memo<P extends object>(draw: FunctionComponent<P>) {
  return class Memoised extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const { props } = this;
      for (const key in props) if (!(key in next)) return true;
      for (const key in next) if (!Object.is(props[key as keyof P], next[key])) return true;
      return false;
    }

    override render(props: P): VNode<P> {
      return createElement(draw, props);
    }
  };
}
