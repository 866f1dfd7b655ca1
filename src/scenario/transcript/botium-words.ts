/** The words of Botium that stand first in a line and make it a command, not a text: its own asserters and hooks. */
const words =
  /^(?:TEXT(?:_[A-Z_]+)?|BUTTONS?(?:_[A-Z_]+)?|MEDIA(?:_[A-Z_]+)?|CARDS?(?:_[A-Z_]+)?|FORMS?|PAUSE(?:_ASSERTER)?|PAUSE_[A-Z_]+|WAITFORBOT|INCLUDE|JSON_PATH(?:_[A-Z_]+)?|RESPONSE_LENGTH|INTENT(?:_[A-Z_]+)?|ENTITY(?:_[A-Z_]+)?|ENTITIES(?:_[A-Z_]+)?|BOT_CONSUMED|BOT_UNCONSUMED(?:_[A-Z_]+)?|WER|SET_SCRIPTING_MEMORY|CLEAR_SCRIPTING_MEMORY|ASSIGN_SCRIPTING_MEMORY|UPDATE_CUSTOM|UPDATE_CONTEXT|CLEAR_QUEUE|ORDERED_LIST_TO_BUTTON|SKIP_BOT_UNCONSUMED|CONVO_STEP_PARAMETERS|CONDITIONAL_[A-Z_]+)$/;

/** Whether a line begins with a word of Botium. */
export const isBotiumWord = (line: string): boolean => words.test(line.split(/\s/, 1)[0] ?? '');
