import type { Path } from '../frame/router.ts';

/** What a section is given: the rest of the address behind its name. */
export type SectionProps = { readonly rest: Path };
