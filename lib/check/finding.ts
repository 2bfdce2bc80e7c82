/** One sentence about a site. `broken` keeps visitors or members from something; `note` may be meant so. */
export interface Finding {
  mark: 'well' | 'broken' | 'note' | 'unseen';
  says: string;
  /** The step that mends it. */
  mend?: string;
}

export const well = (says: string): Finding => ({ mark: 'well', says });
export const broken = (says: string, mend: string): Finding => ({ mark: 'broken', says, mend });
export const note = (says: string, mend: string): Finding => ({ mark: 'note', says, mend });
/** What another finding hides. */
export const unseen = (says: string): Finding => ({ mark: 'unseen', says });
