/** `context`, and CRMScript's names for what is in it. `given` is what the run begins with. */
export const guestContext = String.raw`
  const makeContext = (given) => {
    /** A table of texts that the host hears of. */
    const heard = (values, tell) =>
      new ProxyOf(assign({}, values), {
        set(target, name, value) {
          if (typeof name === 'symbol') return false;
          const text = TextOf(value);
          tell(name, text);
          target[name] = text;
          return true;
        },
        defineProperty(target, name, { value }) {
          return this.set(target, name, value);
        },
        deleteProperty(target, name) {
          if (typeof name === 'symbol') return false;
          tell(name, null);
          return delete target[name];
        },
      });

    const held = { blocked: false, message: '', navigateTo: '', dialog: null, body: '', status: 200 };
    const eventData = { type: given.type };
    const inputValues = assign({}, given.inputs);
    const outputValues = heard({}, host.output);
    const stateValues = heard(given.state, host.state);
    assign(eventData, { inputValues });
    for (const [name, value] of [['outputValues', outputValues], ['stateValues', stateValues]]) {
      defineProperty(eventData, name, { value, enumerable: true });
    }
    shown(eventData, 'blockExecution', () => held.blocked, (value) => {
      held.blocked = value === true || value === 'true' || value === 1;
      host.blocked(held.blocked);
    });
    shown(eventData, 'message', () => held.message, (value) => {
      held.message = TextOf(value);
      host.message(held.message);
    });
    shown(eventData, 'navigateTo', () => held.navigateTo, (value) => {
      held.navigateTo = TextOf(value);
    });
    shown(eventData, 'showDialog', () => held.dialog, (value) => {
      held.dialog = value;
      if (value !== null && value !== undefined) {
        host.showDialog(lower(value));
        held.blocked = true;
      }
    });
    assign(eventData, {
      exception: '',
      cgiVariables: assign({}, given.cgiVariables),
      cgiContent: given.cgiContent,
      headers: assign({}, given.headers),
      traceExecution: false,
    });

    /** What is added is told, not what was there before. */
    const setBody = (value) => {
      const text = TextOf(value);
      const isMore = text.length >= held.body.length && text.startsWith(held.body);
      if (isMore) host.addToBody(text.slice(held.body.length));
      else host.setBody(text);
      held.body = text;
    };
    const result = {};
    shown(result, 'body', () => held.body, setBody);
    shown(result, 'status', () => held.status, (value) => {
      held.status = Number(value);
    });

    const lowerNames = new MapOf(entries(inputValues).map(([name, value]) => [name.toLowerCase(), value]));
    const methods = {
      getType: () => eventData.type,
      getInputValue: (name) => inputValues[name] ?? lowerNames.get(TextOf(name).toLowerCase()) ?? null,
      getInputValues: () => assign({}, inputValues),
      setOutputValue: (name, value) => {
        outputValues[name] = value;
      },
      getStateValue: (name) => stateValues[name] ?? null,
      getStateValues: () => assign({}, stateValues),
      setStateValue: (name, value) => {
        stateValues[name] = value;
      },
      getMessage: () => eventData.message,
      setMessage: (text) => {
        eventData.message = text;
      },
      getBlockExecution: () => eventData.blockExecution,
      setBlockExecution: (value) => {
        eventData.blockExecution = value;
      },
      setValidationMessage: (text) => {
        eventData.message = text;
        eventData.blockExecution = true;
      },
      showDialog: (dialog) => {
        eventData.showDialog = dialog;
      },
      getNavigateTo: () => eventData.navigateTo,
      setNavigateTo: (url) => {
        eventData.navigateTo = url;
      },
    };

    const print = (value) => {
      const text = TextOf(value);
      host.print(text);
      held.body += text;
    };

    return {
      context: { eventData, result, variables: given.variables, classes: {}, vars: {}, funcs: {} },
      ours: {
        getEventData: () => methods,
        print,
        printLine: (value = '') => {
          print(TextOf(value) + '\n');
        },
        addChatMessage: (session, message, type, author, specialType, specialParams, whenPosted) =>
          host.addChatMessage(
            lower([session, message, type, author, specialType, specialParams]),
            isDate(whenPosted) ? timeOf.call(whenPosted) : null,
          ),
        resetChat: (session) => {
          host.resetChat(lower(session));
        },
        setChatStatus: (session, status) => {
          host.setChatStatus(lower(session), lower(status));
        },
        setUserIsTyping: (session, isTyping) => {
          host.setUserIsTyping(lower(session), isTyping === true);
        },
      },
    };
  };
`;
