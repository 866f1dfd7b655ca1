import { Component, createElement, type FunctionComponent, type VNode } from 'preact';

/**
 * A component that its parent does not draw again while each of its properties is the same. What it reads by itself, a
 * signal or the world, draws it as ever.
 */
export function memo<P extends object>(draw: FunctionComponent<P>) {
  return class Memoised extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const keys = new Set([...Object.keys(this.props), ...Object.keys(next)]) as Set<keyof P>;
      return [...keys].some((key) => !Object.is(this.props[key], next[key]));
    }

    override render(props: P): VNode<P> {
      return createElement(draw, props);
    }
  };
}
