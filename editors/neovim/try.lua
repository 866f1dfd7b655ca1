-- What an editor does with the language server, in Neovim without a window: `npm run try:neovim`.
local root = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h:h')
vim.g.rehearsal_command = { 'node', '--import', root .. '/node_modules/tsx/dist/loader.mjs', root .. '/src/cli/main.ts', 'lsp' }
local folder = vim.fn.tempname()
vim.fn.mkdir(folder, 'p')
vim.cmd('cd ' .. vim.fn.fnameescape(folder))
vim.fn.writefile({ 'String greet(String name) { return "Hello " + name; }' }, 'lib.crmscript')
vim.fn.writefile({ '#include "lib"', 'String said = greet("Ada");', 'print(said);', 'print(nobody);' }, 'a.crmscript')
vim.cmd('edit a.crmscript')

local failed = false
local function check(what, holds)
  failed = failed or not holds
  io.stdout:write((holds and 'ok      ' or 'FAILED  ') .. what .. '\n')
end
local function within(what, holds)
  check(what, vim.wait(10000, holds, 50))
end
local function ask(method, line, character, more)
  local params = vim.tbl_extend('force', {
    textDocument = vim.lsp.util.make_text_document_params(0),
    position = { line = line, character = character },
  }, more or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000) or {}
  for _, answer in pairs(answers) do return answer.result end
end

within('the server starts', function() return #vim.lsp.get_active_clients() == 1 end)
within('diagnostics: what is wrong, at its place', function()
  local found = vim.diagnostic.get(0)
  return #found == 1 and found[1].lnum == 3 and found[1].message:find('nobody') ~= nil
end)
local completed = ask('textDocument/completion', 2, 8)
check('completion: a variable by its beginning', completed ~= nil
  and vim.tbl_contains(vim.tbl_map(function(item) return item.label end, completed.items or completed), 'said'))
local hover = ask('textDocument/hover', 1, 15)
check('hover: the function of an included script', hover ~= nil and vim.inspect(hover):find('greet') ~= nil)
local renamed = ask('textDocument/rename', 1, 15, { newName = 'welcome' })
check('rename: in both files', renamed ~= nil and vim.inspect(renamed):find('lib.crmscript') ~= nil
  and vim.inspect(renamed):find('a.crmscript') ~= nil)
local lines = { 'if(true){', 'print( said );}' }
vim.api.nvim_buf_set_lines(0, 3, 4, false, lines)
vim.lsp.buf.formatting_sync({ tabSize = 2, insertSpaces = true }, 10000)
local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
check('format: spaces where they belong', text:find('if (true)', 1, true) ~= nil and text:find('print(said);', 1, true) ~= nil)
within('diagnostics: nothing once it is mended', function() return #vim.diagnostic.get(0) == 0 end)

vim.lsp.stop_client(vim.lsp.get_active_clients())
vim.cmd(failed and 'cquit 1' or 'qall!')
