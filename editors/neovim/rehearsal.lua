-- CRMScript in Neovim 0.7 and newer: `:source` this file, or `dofile` it from init.lua.
vim.cmd([[autocmd BufRead,BufNewFile *.crmscript,*.crm set filetype=crmscript commentstring=//\ %s]])
vim.cmd([[autocmd BufRead,BufNewFile *.tsfso set filetype=typescript.tsfso]])
vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'crmscript', 'typescript.tsfso' },
  callback = function()
    local client = vim.lsp.start_client({
      name = 'rehearsal',
      cmd = vim.g.rehearsal_command or { 'rehearsal', 'lsp' },
      root_dir = vim.fn.getcwd(),
    })
    if client then vim.lsp.buf_attach_client(0, client) end
  end,
})
